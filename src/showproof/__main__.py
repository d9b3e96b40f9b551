"""`python -m showproof`."""

from showproof.cli.main import main

main()
