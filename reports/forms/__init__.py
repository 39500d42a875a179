"""Forms of what people add to a report: narrative, photos, and the head of the report itself."""
