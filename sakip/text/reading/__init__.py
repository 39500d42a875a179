"""Reading Indonesian as people write it: sentences, and the numbers in digits and words that stand in them. Pure."""
