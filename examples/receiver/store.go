package main

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	_ "modernc.org/sqlite" // the driver
)

// maxPathAge is how long after sending a report is believed. Mail is given up
// after five days as a rule (RFC 5321, section 4.5.4.1).
const maxPathAge = 14 * 24 * time.Hour

//go:embed schema.sql
var schema string

// openStore opens the SQLite file, and creates it where there is none. A commit
// returns when the data is on the disk: synchronous(FULL).
func openStore(file string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+
		"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=busy_timeout(10000)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // SQLite has one writer at a time, and the readers here are quick
	if _, err := db.Exec(schema); err != nil {
		return nil, errors.Join(fmt.Errorf("opening %s: %w", file, err), db.Close())
	}
	return db, nil
}

// An event is what a report says of one recipient.
type event struct {
	*ndr.Recipient
	// subscriber is the address to which the return path proves that the
	// newsletter went, in lower case; "" where it proves nothing.
	subscriber string
}

// events returns what a report says that came to a return path. One that names
// nobody is an event too, with an empty recipient.
func (rv *receiver) events(path headers.Address, report *ndr.Report) (all []event) {
	for i := range report.Recipients {
		r := &report.Recipients[i]
		all = append(all, event{r, rv.subscriber(path, r)})
	}
	if len(all) == 0 {
		return []event{{Recipient: &ndr.Recipient{}}}
	}
	return all
}

// subscriber returns the address that the return path was signed for: the one
// that failed or, where a forwarder stands between, the original one. It returns
// "" where it is neither, and where the signature is forged or too old.
func (rv *receiver) subscriber(path headers.Address, r *ndr.Recipient) string {
	for _, address := range []string{r.Address, r.OriginalAddress} {
		to, _ := headers.ParseAddress(address)
		if _, err := rv.key.CheckBound(path, to, time.Now(), maxPathAge); err == nil {
			return strings.ToLower(address)
		}
	}
	return ""
}

// identity tells a report to a return path from every other. The fields that
// relays put in front of a message are no part of it: a client that did not see
// the answer may come again by another relay.
func identity(path headers.Address, report *ndr.Report, message []byte) []byte {
	_, body, ok := bytes.Cut(message, []byte("\r\n\r\n"))
	if !ok {
		body = message
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "%q %q %q ", strings.ToLower(path.Spec()), report.MessageID, report.Header.Get("Date"))
	hash.Write(body)
	return hash.Sum(nil)
}

// store stores what came to a return path with all that follows from it, or
// nothing. Nothing follows from a report that came before. The result is
// "stored", "duplicate" or, with an error, "not stored".
func (rv *receiver) store(path headers.Address, report *ndr.Report, message []byte) (result string, err error) {
	tx, err := rv.db.Begin()
	if err != nil {
		return "not stored", err
	}
	defer tx.Rollback() // does nothing after the commit
	now := time.Now().UTC().Format(time.RFC3339)
	var id int64
	err = tx.QueryRow(`INSERT INTO report (identity, received, return_path, kind, author, message)
		VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
		identity(path, report, message), now, path.Spec(), report.Kind, report.Author, message).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "duplicate", nil
	}
	if err != nil {
		return "not stored", err
	}
	events := rv.events(path, report)
	for _, e := range events {
		if err := e.store(tx, id, now); err != nil {
			return "not stored", err
		}
	}
	if err := tx.Commit(); err != nil {
		return "not stored", err
	}
	for _, e := range events {
		eventsTotal.WithLabelValues(e.Action.String(), e.Reason.String(), strconv.FormatBool(e.Suppress && e.subscriber != "")).Inc()
	}
	return "stored", nil
}

// store stores an event. It suppresses the subscriber, or counts a failure that
// does not condemn the address; it does neither for a delay or a success.
func (e event) store(tx *sql.Tx, report int64, now string) error {
	recipient, err := json.Marshal(e.Recipient)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO event (report, recipient, subscriber) VALUES (?, ?, ?)`, report, string(recipient), e.subscriber)
	switch {
	case err != nil, e.subscriber == "":
	case e.Suppress:
		_, err = tx.Exec(`INSERT INTO suppression (address, reason, since, report)
			VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`, e.subscriber, e.Reason, now, report)
	case e.Failed():
		_, err = tx.Exec(`INSERT INTO soft_bounce (address, reason, count, last)
			VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1, last = excluded.last`, e.subscriber, e.Reason, now)
	}
	return err
}
