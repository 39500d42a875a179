"""Surveys of satisfaction by their nine unsur (Permen PANRB 14/2017)."""
