"""Who else contributes to a sasaran (lintas sektor)."""
