package main

import (
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

// mboxBlock is how many bytes of an mbox file are read at a time.
const mboxBlock = 64 << 10

// mbox adds the messages of an mbox file (RFC 4155), named after the file and
// their number. A file with a single message has no numbers. A message beyond
// maxMboxMessage is cut, and its item says so.
func (s *source) mbox(name string, r io.Reader) bool {
	box := mboxReader{name: name}
	for {
		if !s.flush() { // reading may take its time
			return false
		}
		err := box.read(r)
		for box.findEnd(err != nil) {
			if !s.add(box.take(false)) {
				return false
			}
		}
		switch {
		case err == io.EOF:
			return s.add(box.take(true))
		case err != nil:
			return s.add(box.take(true)) && s.add(item{name: name, err: err})
		}
	}
}

// An mboxReader takes the messages out of an mbox file.
type mboxReader struct {
	name   string
	number int
	// block holds the message from start on, and perhaps others behind it. What
	// stands before belongs to items. No message ends before the byte at end.
	block      []byte
	start, end int
	head       []byte // of a message that is cut, nil of another
}

// read reads more into the block, or into a larger one where it is full.
func (b *mboxReader) read(r io.Reader) error {
	if len(b.block) == cap(b.block) {
		b.cut()
		rest := b.block[b.start:]
		size := max(mboxBlock, min(2*len(rest), maxMboxMessage+mboxBlock)) // room for the From line behind the longest
		b.block = append(make([]byte, 0, size), rest...)
		b.start, b.end = 0, b.end-b.start
	}
	n, err := r.Read(b.block[len(b.block):cap(b.block)])
	b.block = b.block[:len(b.block)+n]
	return err
}

// cut keeps the head of a message that is too long. Of the rest it leaves what
// may be the line before a From line and the beginning of that.
func (b *mboxReader) cut() {
	if rest := b.block[b.start:]; b.head == nil && len(rest) > maxMboxMessage {
		b.head = rest[:maxMboxMessage]
	}
	if b.head != nil {
		b.start = max(b.start, b.end-maxFromLine)
	}
}

// findEnd looks for the end of the message, which is where a blank line and a
// From line follow, and reports whether the block holds it. A From line that
// the block does not hold as a whole is none, unless nothing follows.
func (b *mboxReader) findEnd(last bool) bool {
	for {
		i := bytes.Index(b.block[b.end:], []byte("\n"+fromLine))
		if i < 0 {
			b.end = max(b.end, len(b.block)-len(fromLine))
			return false
		}
		at := b.end + i + 1
		line := b.block[at:]
		if n := bytes.IndexByte(line, '\n'); n >= 0 {
			line = line[:n]
		} else if !last && len(line) <= maxFromLine {
			b.end = at - 1 // to be looked at again
			return false
		}
		b.end = at
		if before := b.block[b.start : at-1]; isBlank(before[bytes.LastIndexByte(before, '\n')+1:]) && isFromLine(line) {
			return true
		}
	}
}

// take returns the message that findEnd found, or the last one, and begins the
// next.
func (b *mboxReader) take(last bool) item {
	b.number++
	message := b.block[b.start:b.end:b.end]
	if last {
		message = b.block[b.start:]
	}
	it := item{name: b.name, content: bytes.NewReader(message)}
	if !last || b.number > 1 {
		it.name += ":" + strconv.Itoa(b.number)
	}
	if len(message) > maxMboxMessage && b.head == nil {
		b.head = message[:maxMboxMessage]
	}
	if b.head != nil {
		it.content = bytes.NewReader(b.head)
		it.err = fmt.Errorf("cut after %d MiB", maxMboxMessage>>20)
	}
	b.start, b.head = b.end, nil
	return it
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

// maxFromLine is how many bytes a From line has at most.
const maxFromLine = 200

// isFromLine reports whether line begins a message in an mbox file: "From ",
// the envelope sender and a date as of asctime, "Thu Jan  1 00:00:00 1970".
// QUIRK: some write the day before the month, and a zone somewhere.
func isFromLine(line []byte) bool {
	if len(line) > maxFromLine {
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
