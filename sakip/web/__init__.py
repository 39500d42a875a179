"""What every site needs: access log, client address, health, static files, background tasks."""
