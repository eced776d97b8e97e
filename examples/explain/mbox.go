package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// fromLine begins each message of an mbox file.
const fromLine = "From "

// maxMboxMessage is how many bytes of one message in an mbox file are kept.
const maxMboxMessage = 32 << 20

// mboxBlock is how many bytes the messages of an mbox file share, where they fit.
const mboxBlock = 64 << 10

// mbox adds the messages of an mbox file (RFC 4155), each of which begins with a From
// line below a blank one. They are named after the file and their number. A file with
// a single message has no numbers. A message beyond maxMboxMessage is cut, and its
// item says so.
func (s *source) mbox(name string, r io.Reader) {
	var message []byte
	number, isBelowBlank := 1, false
	err := s.eachLine(r, func(line []byte, isStart bool) {
		if isStart && isBelowBlank && isFromLine(line) {
			s.add(mboxItem(fmt.Sprintf("%s:%d", name, number), message))
			number++
			message = message[len(message):] // what is left of the block
		}
		isBelowBlank = isStart && len(bytes.TrimSpace(line)) == 0
		line = line[:min(len(line), maxMboxMessage+1-len(message))]
		if cap(message)-len(message) < len(line) {
			message = slices.Grow(message, max(mboxBlock, len(message)))
		}
		message = append(message, line...)
	})
	last := name
	if number > 1 {
		last = fmt.Sprintf("%s:%d", name, number)
	}
	s.add(mboxItem(last, message))
	s.fail(name, err)
}

// mboxItem returns the item of a message, of which maxMboxMessage bytes are kept.
func mboxItem(name string, message []byte) item {
	if len(message) <= maxMboxMessage {
		return item{name: name, content: bytes.NewReader(message)}
	}
	return item{name, bytes.NewReader(message[:maxMboxMessage]), fmt.Errorf("cut after %d MiB", maxMboxMessage>>20)}
}

// maxFromLine is how many bytes a From line has at most, its end included.
const maxFromLine = 200

// isFromLine reports whether line begins a message in an mbox file: "From ",
// the envelope sender and a date as of asctime, "Thu Jan  1 00:00:00 1970".
// QUIRK: some write the day before the month, and a zone somewhere.
func isFromLine(line []byte) bool {
	if len(line) > maxFromLine || !bytes.HasPrefix(line, []byte(fromLine)) {
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
