package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
	_ "modernc.org/sqlite" // the driver
)

//go:embed schema.sql
var schema string

// A store keeps reports, suppressed addresses and soft bounces in one SQLite
// file.
type store struct{ db *sql.DB }

// openStore opens the file, and creates it where there is none. A commit
// returns when the data is on the disk: synchronous(FULL).
func openStore(ctx context.Context, file string) (*store, error) {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+
		"?_time_format=sqlite&_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=busy_timeout(10000)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // SQLite has one writer at a time, and the readers here are quick
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, errors.Join(fmt.Errorf("opening %s: %w", file, err), db.Close())
	}
	return &store{db}, nil
}

// A delivery is a message that a client handed over.
type delivery struct {
	received time.Time
	paths    []returnPath
	report   *ndr.Report
	message  []byte
}

// identity tells a report to a return path from every other. The fields that
// relays put in front of a message are no part of it: a client that did not see
// the answer may deliver again by another relay.
func (d *delivery) identity(p returnPath) []byte {
	_, body, ok := bytes.Cut(d.message, []byte("\r\n\r\n"))
	if !ok {
		body = d.message
	}
	h := &d.report.Header
	hash := sha256.New()
	fmt.Fprintf(hash, "%q", []string{strings.ToLower(p.Spec()), h.Get("Message-ID"), h.Get("Date"), h.Get("From"), h.Get("Subject")})
	hash.Write(body)
	return hash.Sum(nil)
}

// add stores d in one transaction. It returns the return paths to which the
// report had not come before.
func (s *store) add(ctx context.Context, d *delivery) (added []returnPath, err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	for _, p := range d.paths {
		isNew, err := addReport(ctx, tx, d, p)
		if err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
		if isNew {
			added = append(added, p)
		}
	}
	return added, tx.Commit()
}

// addReport stores what came to one return path, and reports whether it is new.
func addReport(ctx context.Context, tx *sql.Tx, d *delivery, p returnPath) (isNew bool, err error) {
	var id int64
	err = tx.QueryRowContext(ctx, `INSERT INTO report (identity, received, return_path, token, mailing, kind, author, message)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
		d.identity(p), d.received, p.Spec(), p.token, p.mailing, d.report.Kind, d.report.Author, d.message).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if len(d.report.Recipients) == 0 {
		return true, addEvent(ctx, tx, id, &ndr.Recipient{}, "")
	}
	for i := range d.report.Recipients {
		r, subscriber := &d.report.Recipients[i], p.subscribers[i]
		if err := addEvent(ctx, tx, id, r, subscriber); err != nil {
			return false, err
		}
		if subscriber != "" {
			if err := count(ctx, tx, id, d.received, r, subscriber); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

func addEvent(ctx context.Context, tx *sql.Tx, report int64, r *ndr.Recipient, subscriber string) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO event (report, action, status, reason, recipient, subscriber) VALUES (?, ?, ?, ?, ?, ?)`,
		report, r.Action, r.Status, r.Reason, string(text), subscriber)
	return err
}

// count suppresses the subscriber, or counts a failure that does not condemn
// the address; it does neither for a delay or a success.
func count(ctx context.Context, tx *sql.Tx, report int64, at time.Time, r *ndr.Recipient, subscriber string) (err error) {
	switch {
	case r.Suppress:
		_, err = tx.ExecContext(ctx, `INSERT INTO suppression (address, reason, since, report)
			VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`, subscriber, r.Reason, at, report)
	case r.Failed():
		_, err = tx.ExecContext(ctx, `INSERT INTO soft_bounce (address, reason, count, last)
			VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1, last = excluded.last`, subscriber, r.Reason, at)
	}
	return err
}

// A standing is what is known of a subscriber.
type standing struct {
	Address     string       `json:"address"`
	Suppressed  bool         `json:"suppressed"`
	Reason      codes.Reason `json:"reason"`
	Since       time.Time    `json:"since,omitzero"`
	SoftBounces []softBounce `json:"soft_bounces"`
}

// A softBounce counts the failures for one reason.
type softBounce struct {
	Reason codes.Reason `json:"reason"`
	Count  int          `json:"count"`
	Last   time.Time    `json:"last"`
}

// standing looks a subscriber up. The case of letters does not matter, since a
// token does not keep it.
func (s *store) standing(ctx context.Context, address string) (*standing, error) {
	st := &standing{Address: strings.ToLower(address)}
	err := s.db.QueryRowContext(ctx, `SELECT reason, since FROM suppression WHERE address = ?`, st.Address).Scan(&st.Reason, &st.Since)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	st.Suppressed = err == nil
	st.SoftBounces, err = query(ctx, s.db, func(b *softBounce) []any { return []any{&b.Reason, &b.Count, &b.Last} },
		`SELECT reason, count, last FROM soft_bounce WHERE address = ? ORDER BY reason`, st.Address)
	return st, err
}

// An event is what a report said of one recipient.
type event struct {
	ID         int64           `json:"id"`
	Received   time.Time       `json:"received"`
	Kind       ndr.Kind        `json:"kind"`
	Author     ndr.Author      `json:"author"`
	Token      token           `json:"token"`
	Subscriber string          `json:"subscriber"`
	Mailing    string          `json:"mailing"`
	Recipient  json.RawMessage `json:"recipient"`
}

// events returns at most limit events that came after that with the given id.
func (s *store) events(ctx context.Context, after int64, limit int) ([]event, error) {
	return query(ctx, s.db, func(e *event) []any {
		return []any{&e.ID, &e.Received, &e.Kind, &e.Author, &e.Token, &e.Subscriber, &e.Mailing, (*[]byte)(&e.Recipient)}
	}, `SELECT event.id, received, kind, author, token, subscriber, mailing, recipient
		FROM event JOIN report ON report.id = event.report WHERE event.id > ? ORDER BY event.id LIMIT ?`, after, limit)
}

// query returns the rows of a query; columns names the variables of a row.
func query[T any](ctx context.Context, db *sql.DB, columns func(*T) []any, text string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := []T{}
	for rows.Next() {
		var row T
		if err := rows.Scan(columns(&row)...); err != nil {
			return nil, err
		}
		all = append(all, row)
	}
	return all, rows.Err()
}
