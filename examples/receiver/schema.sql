-- What the receiver keeps. Reasons and the like are stored by name, so that a
-- query can be read: SELECT address FROM suppression WHERE reason = 'user-unknown'.

-- A message that came to a return path. The same message to the same return
-- path is one report, however often it is delivered.
CREATE TABLE IF NOT EXISTS report (
	id          INTEGER PRIMARY KEY,
	identity    BLOB NOT NULL UNIQUE,
	received    TIMESTAMP NOT NULL,
	return_path TEXT NOT NULL,
	token       TEXT NOT NULL, -- valid, expired, forged or none
	mailing     TEXT NOT NULL, -- the newsletter's own identifier in the token
	kind        TEXT NOT NULL,
	author      TEXT NOT NULL,
	message     BLOB NOT NULL  -- as it came, to be read again by a later release
);

-- What a report says of one recipient; one row without an address where it
-- names nobody.
CREATE TABLE IF NOT EXISTS event (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	report    INTEGER NOT NULL REFERENCES report,
	action    TEXT NOT NULL,
	status    TEXT NOT NULL,
	reason    TEXT NOT NULL,
	recipient TEXT NOT NULL, -- an ndr.Recipient in JSON
	-- The address of the recipient to which the return path proves that the
	-- newsletter went, '' where it proves nothing.
	subscriber TEXT NOT NULL
);

-- The subscribers not to mail again.
CREATE TABLE IF NOT EXISTS suppression (
	address TEXT PRIMARY KEY,
	reason  TEXT NOT NULL,
	since   TIMESTAMP NOT NULL,
	report  INTEGER NOT NULL REFERENCES report
) WITHOUT ROWID;

-- How often delivery to a subscriber failed for a reason that does not condemn
-- the address.
CREATE TABLE IF NOT EXISTS soft_bounce (
	address TEXT NOT NULL,
	reason  TEXT NOT NULL,
	count   INTEGER NOT NULL,
	last    TIMESTAMP NOT NULL,
	PRIMARY KEY (address, reason)
) WITHOUT ROWID;
