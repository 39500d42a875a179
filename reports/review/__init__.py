"""The review of a report: the checks asked of its records, its results and its texts together."""
