"""Whether a planning document is agreed: its small state beside the records of the document."""
