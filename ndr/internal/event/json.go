package event

import (
	"bytes"
	"encoding/json"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An object is a JSON object. Its keys are compared exactly: the field tags of
// encoding/json also take keys that differ in case, and let the last win, so
// that the sender's own data could overwrite the provider's. Every value is
// read for itself, and one of a wrong type is as if it were not there.
type object map[string]json.RawMessage

// parseObject returns the object that data is, nil for anything else; nil has no
// fields.
func parseObject(data []byte) (o object) {
	if json.Unmarshal(data, &o) != nil {
		return nil
	}
	return o
}

// has returns a function that reports whether an object has all of keys.
func has(keys ...string) func(object) bool {
	return func(o object) bool {
		for _, key := range keys {
			if _, ok := o[key]; !ok {
				return false
			}
		}
		return true
	}
}

// ofArea returns a function that reports whether the part of "type" before the dot is
// one of areas, and there are data.
func ofArea(areas ...string) func(object) bool {
	return func(o object) bool {
		area, _, _ := strings.Cut(o.str("type"), ".")
		return o["data"] != nil && slices.Contains(areas, area)
	}
}

// either returns a function that reports whether a or b does.
func either(a, b func(object) bool) func(object) bool {
	return func(o object) bool { return a(o) || b(o) }
}

// str returns the first value under keys that is a string and not empty.
func (o object) str(keys ...string) string { return o.first(rawString, keys) }

// rawString returns the string that raw is, "" for anything else.
func rawString(raw json.RawMessage) (s string) {
	if len(raw) == 0 || raw[0] != '"' || json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// text is str, or the digits of a number: identifiers and codes come as both, and
// beyond 2^53 a float64 would change them.
func (o object) text(keys ...string) string { return o.first(rawText, keys) }

// first returns the first value under keys that read does not give as "".
func (o object) first(read func(json.RawMessage) string, keys []string) string {
	for _, key := range keys {
		if s := read(o[key]); s != "" {
			return s
		}
	}
	return ""
}

func rawText(raw json.RawMessage) string {
	if len(raw) > 0 && (raw[0] == '-' || '0' <= raw[0] && raw[0] <= '9') {
		return string(raw)
	}
	return rawString(raw)
}

// object returns an object, nil where it is none.
func (o object) object(key string) object { return parseObject(o[key]) }

// elements returns the elements of an array, in order. A value that is no
// array is the only element of its own.
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
		for dec.More() {
			var element json.RawMessage
			if dec.Decode(&element) != nil || !yield(element) {
				return
			}
		}
	}
}

// firstObjects returns the first n objects in an array.
func firstObjects(raw json.RawMessage, n int) (objects []object) {
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
func (o object) objects(key string) []object { return firstObjects(o[key], maxList+1) }

// strs returns the strings in an array, or the one that stands for itself; at
// most one more than are kept.
func (o object) strs(key string) (list []string) {
	for element := range elements(o[key]) {
		if len(list) > maxList {
			break
		}
		if s := rawString(element); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// one is str as a list, empty where there is none. Where a provider names a single
// recipient, an array is no recipient.
func (o object) one(keys ...string) []string {
	if s := o.str(keys...); s != "" {
		return []string{s}
	}
	return nil
}

// is reports whether the value is true.
func (o object) is(key string) bool { return string(o[key]) == "true" }

// permanent returns the claim that a boolean makes.
func (o object) permanent(key string) Claim {
	switch string(o[key]) {
	case "true":
		return Permanent
	case "false":
		return Temporary
	}
	return NotSaid
}

// texts returns the values as texts: a string as it is, of anything else its JSON.
func (o object) texts() map[string]string {
	values := make(map[string]string, len(o))
	for key, raw := range o {
		if s := rawString(raw); s != "" || string(raw) == `""` {
			values[key] = s
		} else {
			values[key] = string(raw)
		}
	}
	return values
}

// attached returns what the sender attached under key: the texts of an object, which
// may stand as JSON in a string, or a single text.
func (o object) attached(key string) map[string]string {
	s := o.str(key)
	if s == "" {
		return o.object(key).texts()
	}
	if inner := parseObject([]byte(s)); len(inner) > 0 {
		return inner.texts()
	}
	return map[string]string{key: s}
}

// time returns a time: a number of seconds or milliseconds, its digits in a
// string, or one of timeLayouts. It is the zero Time for anything else, and
// for a time without a zone.
func (o object) time(keys ...string) time.Time { return parseTime(o.text(keys...), timeLayouts...) }

// timeLayouts are those of RFC 3339, and what else providers write; a fraction
// of a second is read with each.
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
	nanos, err := strconv.ParseUint((fraction + "000000000")[:9], 10, 64)
	if err != nil {
		nanos = 0 // 1e9 and the like
	}
	return time.Unix(n, int64(nanos)).UTC()
}
