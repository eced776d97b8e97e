-- What the receiver keeps. Reasons and the like are stored by name, times as
-- 2006-01-02T15:04:05Z: SELECT address FROM suppression WHERE reason = 'user-unknown'.

-- A message that came to a return path. The same message to the same return
-- path is one report, however often it is delivered.
CREATE TABLE IF NOT EXISTS report (
	id          INTEGER PRIMARY KEY,
	identity    BLOB NOT NULL UNIQUE,
	received    TEXT NOT NULL,
	return_path TEXT NOT NULL, -- holds the newsletter's own identifier
	kind        TEXT NOT NULL,
	author      TEXT NOT NULL,
	message     BLOB NOT NULL  -- as it came, to be read again by a later release
);

-- What a report says of one recipient; one row with an empty recipient where it
-- names nobody.
CREATE TABLE IF NOT EXISTS event (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	report     INTEGER NOT NULL REFERENCES report,
	recipient  TEXT NOT NULL, -- an ndr.Recipient in JSON: SELECT recipient ->> 'response'
	subscriber TEXT NOT NULL  -- to whom the return path proves that the newsletter went, or ''
);

-- The subscribers not to mail again.
CREATE TABLE IF NOT EXISTS suppression (
	address TEXT PRIMARY KEY,
	reason  TEXT NOT NULL,
	since   TEXT NOT NULL,
	report  INTEGER NOT NULL REFERENCES report
) WITHOUT ROWID;

-- How often delivery to a subscriber failed for a reason that does not condemn
-- the address.
CREATE TABLE IF NOT EXISTS soft_bounce (
	address TEXT NOT NULL,
	reason  TEXT NOT NULL,
	count   INTEGER NOT NULL,
	last    TEXT NOT NULL,
	PRIMARY KEY (address, reason)
) WITHOUT ROWID;
