"""How one report was read: who acts in each sentence, what is named and said there, by which rule, and what was not."""
