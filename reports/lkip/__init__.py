"""The parts of the LKIP, one pure function each."""
