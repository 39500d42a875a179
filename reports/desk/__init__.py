"""What somebody who answers for a report finds on his desk: what changed since he looked."""
