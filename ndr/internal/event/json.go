package event

import (
	"bytes"
	"encoding/json"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// An object is a JSON object. Its keys are compared exactly: the field tags of
// encoding/json also take keys that differ in case, and let the last win, so
// that the sender's own data could overwrite the provider's. Every value is
// read for itself, and one of a wrong type is as if it were not there. A nil
// object has no values.
//
// A path names a value: a key, or keys with dots between them, of objects in each
// other. Several paths stand in one string with blanks between them, and the first
// that has a value of the type counts. A "#" before a path lets a number stand for a string,
// as identifiers, codes and times come as both.
type object struct {
	values map[string]json.RawMessage

	// last is the object under lastKey, which was read last.
	last    *object
	lastKey string
}

// parseObject returns the object that data is, nil for anything else.
func parseObject(data []byte) *object {
	var o object
	if len(data) == 0 || json.Unmarshal(data, &o.values) != nil || o.values == nil {
		return nil
	}
	return &o
}

// at returns the value at path, nil for none.
func (o *object) at(path string) json.RawMessage {
	for o != nil {
		key, rest, deeper := strings.Cut(path, ".")
		if !deeper {
			return o.values[key]
		}
		o, path = o.object(key), rest
	}
	return nil
}

// object returns the object under key, nil where it is none.
func (o *object) object(key string) *object {
	if o == nil || len(o.values[key]) == 0 {
		return nil
	}
	if o.last == nil || o.lastKey != key {
		o.last, o.lastKey = parseObject(o.values[key]), key
	}
	return o.last
}

// has reports whether o has all keys of one of sets, in which blanks stand between them.
// What stands behind a key and "=" is how its value begins.
func (o *object) has(sets ...string) bool {
	return slices.ContainsFunc(sets, func(keys string) bool {
		for key := range strings.FieldsSeq(keys) {
			key, start, _ := strings.Cut(key, "=")
			if o.at(key) == nil || start != "" && !strings.HasPrefix(o.str(key), start) {
				return false
			}
		}
		return true
	})
}

// str returns the string at paths, "" for none and for an empty one; or the digits of a
// number, which beyond 2^53 a float64 would change.
func (o *object) str(paths string) string {
	for path := range strings.FieldsSeq(paths) {
		path, mayBeNumber := strings.CutPrefix(path, "#")
		raw := o.at(path)
		if mayBeNumber && len(raw) > 0 && (raw[0] == '-' || '0' <= raw[0] && raw[0] <= '9') {
			return string(raw)
		}
		if s := rawString(raw); s != "" {
			return s
		}
	}
	return ""
}

// rawString returns the string that raw is, "" for anything else.
func rawString(raw json.RawMessage) (s string) {
	switch {
	case len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"':
		return ""
	case bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw): // stands for itself
		return string(raw[1 : len(raw)-1])
	}
	_ = json.Unmarshal(raw, &s) // raw was found valid with the body that it is of
	return s
}

// elements returns the elements of an array, in order. A value that is no
// array is the only element of its own. An element is valid until the next one is read.
func elements(raw json.RawMessage) iter.Seq[json.RawMessage] {
	return func(yield func(json.RawMessage) bool) {
		if len(raw) == 0 || raw[0] != '[' {
			yield(raw)
			return
		}
		dec := json.NewDecoder(bytes.NewReader(raw))
		if _, err := dec.Token(); err != nil {
			return
		}
		var element json.RawMessage // the next one overwrites its bytes
		for dec.More() {
			if dec.Decode(&element) != nil || !yield(element) {
				return
			}
		}
	}
}

// firstObjects returns the first n objects in an array.
func firstObjects(raw json.RawMessage, n int) (objects []*object) {
	for element := range elements(raw) {
		if len(objects) == n {
			break
		}
		if o := parseObject(element); o != nil {
			objects = append(objects, o)
		}
	}
	return objects
}

// objects returns the objects in an array, at most one more than are kept.
func (o *object) objects(path string) []*object { return firstObjects(o.at(path), maxList+1) }

// strs returns the strings in the arrays at all of paths, or those that stand for
// themselves; at most one more than are kept.
func (o *object) strs(paths string) (list []string) {
	for path := range strings.FieldsSeq(paths) {
		for element := range elements(o.at(path)) {
			if len(list) > maxList {
				break
			}
			if s := rawString(element); s != "" {
				list = append(list, s)
			}
		}
	}
	return list
}

// list is str as a list, empty where there is none. Where a provider names a single
// recipient, an array is no recipient.
func (o *object) list(paths string) []string {
	if s := o.str(paths); s != "" {
		return []string{s}
	}
	return nil
}

// texts returns the values as texts: a string as it is, of anything else its JSON.
func (o *object) texts() map[string]string {
	values := make(map[string]string)
	if o != nil {
		for key, raw := range o.values {
			if s := rawString(raw); s != "" || string(raw) == `""` {
				values[key] = s
			} else {
				values[key] = string(raw)
			}
		}
	}
	return values
}

// attached returns what the sender attached at path: the texts of an object, which may
// stand as JSON in a string, or a single text.
func (o *object) attached(path string) map[string]string {
	raw := o.at(path)
	s := rawString(raw)
	if s != "" {
		raw = json.RawMessage(s)
	}
	if inner := parseObject(raw); inner != nil || s == "" {
		return inner.texts()
	}
	return map[string]string{path: s}
}

// timeLayouts are the layout of RFC 3339 and the other layouts that providers
// write; a fraction of a second is read with each.
var timeLayouts = []string{
	time.RFC3339,
	"2006-01-02T15:04:05 -0700", // SES
	"2006-01-02 15:04:05Z07:00", // Mandrill
	"2006-01-02 15:04:05-07",    // Resend
}

// maxSeconds is how many seconds since 1970 a time has at most: the end of the
// year 9999, behind which it has no JSON.
const maxSeconds = 253402300799

// milliseconds is the number of seconds from which on a number counts
// milliseconds: as seconds it would be in the year 5138, as milliseconds it is
// in 1973.
const milliseconds = 100_000_000_000

// parseTime returns a time: a number of seconds or milliseconds, or one of layouts. It is
// the zero Time for anything else, and for a time without a zone.
func parseTime(s string, layouts ...string) time.Time {
	whole, fraction, _ := strings.Cut(s, ".")
	if n, err := strconv.ParseInt(whole, 10, 64); err == nil {
		return unixTime(n, fraction)
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Unix() > 0 && t.Unix() <= maxSeconds {
			return t.UTC()
		}
	}
	return time.Time{}
}

// unixTime returns the time n, with the digits of a fraction of a second.
func unixTime(n int64, fraction string) time.Time {
	if n >= milliseconds && n/1000 <= maxSeconds {
		return time.UnixMilli(n).UTC()
	}
	if n <= 0 || n > maxSeconds {
		return time.Time{}
	}
	part, _ := time.ParseDuration("0." + fraction + "s") // 0 of 1.5e9 and the like
	return time.Unix(n, 0).Add(part).UTC()
}
