"""The tables that several documents print."""
