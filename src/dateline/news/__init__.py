"""The trade's words: pure types and rules, standard library only."""
