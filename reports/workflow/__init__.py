"""A report on its way from hand to hand: who may do what in which state, and the one service that does it."""
