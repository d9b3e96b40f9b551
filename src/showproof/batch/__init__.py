"""Many drafts at once: killable workers within limits, results in the order of the drafts, runs that can be gone on."""
