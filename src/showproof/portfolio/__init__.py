"""What a set of drafts proves of a role, whether it hangs together, and what would close its gaps."""
