"""What every record stands on: errors, constraints, triggers, the trail, rows made equal to wanted rows, commands."""
