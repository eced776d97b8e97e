package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// fromLine begins each message of an mbox file.
const fromLine = "From "

// maxMboxMessage is how many bytes of one message in an mbox file are kept.
const maxMboxMessage = 32 << 20

// mbox yields the messages of an mbox file (RFC 4155), named after the file
// and their number. A file with a single message has no numbers. A message
// beyond maxMboxMessage is cut, and its item says so.
func mbox(name string, r *bufio.Reader, yield func(item) bool) bool {
	box := mboxReader{name: name, yield: yield}
	begins, blank := true, true // a line begins, and the one before was blank
	for {
		piece, err := r.ReadSlice('\n')
		if begins && blank && len(box.message) > 0 && isFromLine(piece) && !box.emit(false) {
			return false
		}
		box.add(piece)
		if begins {
			blank = len(bytes.TrimSpace(piece)) == 0
		}
		begins = err == nil
		switch err {
		case nil, bufio.ErrBufferFull:
		case io.EOF:
			return box.emit(true)
		default:
			return box.emit(true) && yield(item{name: name, err: err})
		}
	}
}

// An mboxReader collects the messages of an mbox file.
type mboxReader struct {
	name    string
	yield   func(item) bool
	number  int
	message []byte
	cut     bool
}

// add adds a piece to the message, as far as there is room.
func (b *mboxReader) add(piece []byte) {
	if b.cut = b.cut || len(b.message)+len(piece) > maxMboxMessage; !b.cut {
		b.message = append(b.message, piece...)
	}
}

// emit yields the message, and begins the next.
func (b *mboxReader) emit(last bool) bool {
	b.number++
	data := b.message
	it := item{name: b.name, open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
	if !last || b.number > 1 {
		it.name += ":" + strconv.Itoa(b.number)
	}
	if b.cut {
		it.err = fmt.Errorf("cut after %d MiB", maxMboxMessage>>20)
	}
	b.message, b.cut = nil, false
	return b.yield(it)
}

// isFromLine reports whether line begins a message in an mbox file: "From ",
// the envelope sender and a date as of asctime, "Thu Jan  1 00:00:00 1970".
// QUIRK: some write the day before the month, and a zone somewhere.
func isFromLine(line []byte) bool {
	if !bytes.HasPrefix(line, []byte(fromLine)) || len(line) > 200 {
		return false
	}
	words := strings.Fields(string(line))
	day, month, clock := false, false, false
	for _, w := range words[min(2, len(words)):] {
		day = day || strings.Contains("Mon Tue Wed Thu Fri Sat Sun Mon, Tue, Wed, Thu, Fri, Sat, Sun,", w) && len(w) >= 3
		month = month || strings.Contains("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", w) && len(w) == 3
		clock = clock || '0' <= w[0] && w[0] <= '9' && strings.Contains(w, ":")
	}
	return day && month && clock
}
