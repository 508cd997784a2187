<no-such-entry-anywhere>
