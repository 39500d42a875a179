"""What people answered to the questions of the checks: that a value is so, though it looks like a slip."""
