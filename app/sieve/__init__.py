"""The sieve: what can be filtered, with what each choice would show."""
