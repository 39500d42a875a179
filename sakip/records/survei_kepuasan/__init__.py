"""Surveys of satisfaction by their unsur (Permen PANRB 14/2017)."""
