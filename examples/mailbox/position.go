package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/emersion/go-imap/v2"
	"github.com/google/renameio/v2"
)

// A position is how far a mailbox was read. UIDs grow, and are valid together
// with a UIDVALIDITY alone (RFC 9051, section 2.3.1.1).
type position struct {
	UIDValidity uint32   `json:"uid_validity"`
	LastUID     imap.UID `json:"last_uid"`
}

// readPosition returns the position in a file, the zero one where there is no
// file.
func readPosition(file string) (p position, err error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return position{}, nil
	}
	if err != nil {
		return position{}, err
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return position{}, fmt.Errorf("%s: %w", file, err)
	}
	return p, nil
}

// write replaces the file as a whole: it holds the old position or the new one,
// whenever the program is stopped.
func (p position) write(file string) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return renameio.WriteFile(file, append(text, '\n'), 0o600)
}
