"""What each public page says: a function of a view of the catalog each."""
