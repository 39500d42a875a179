"""What is signed: frozen, signed by the camat's own key, kept for ever, checked. No other room imports pyHanko."""
