package fuzz

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	gomessage "github.com/emersion/go-message"
)

// benchMessages returns the messages to measure with: the messages below the
// folder that NDR_CORPUS names, else the messages in ../testdata.
func benchMessages(b *testing.B) []message {
	b.Helper()
	if folder := os.Getenv("NDR_CORPUS"); folder != "" {
		return messages(b, folder)
	}
	return testMessages(b)
}

// eachMessage measures do over all messages: an operation is one pass over
// them.
func eachMessage(b *testing.B, do func(data []byte)) {
	all := benchMessages(b)
	size := 0
	for _, m := range all {
		size += len(m.data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for i := range all {
		do(all[i].data) // what is made on first use is made once
	}
	for b.Loop() {
		for i := range all {
			do(all[i].data)
		}
	}
}

func mustParse(b *testing.B, data []byte) *ndr.Report {
	rep, err := ndr.Parse(bytes.NewReader(data), nil)
	if err != nil {
		b.Fatal(err)
	}
	return rep
}

// BenchmarkFloor walks over the messages with go-message, which decodes the
// transfer encodings and charsets of all parts, and does nothing else.
func BenchmarkFloor(b *testing.B) {
	eachMessage(b, func(data []byte) {
		e, err := gomessage.Read(bytes.NewReader(data))
		if e == nil {
			return // it gives up where a header line is no field
		}
		if err != nil && !gomessage.IsUnknownCharset(err) && !gomessage.IsUnknownEncoding(err) {
			return
		}
		e.Walk(func(_ []int, part *gomessage.Entity, err error) error {
			if part != nil {
				io.Copy(io.Discard, part.Body)
			}
			return nil
		})
	})
}

func BenchmarkParse(b *testing.B) {
	eachMessage(b, func(data []byte) { mustParse(b, data) })
}

func BenchmarkParseJSON(b *testing.B) {
	eachMessage(b, func(data []byte) {
		if _, err := json.Marshal(mustParse(b, data)); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkSniff reads only the header.
func BenchmarkSniff(b *testing.B) {
	eachMessage(b, func(data []byte) {
		if _, err := ndr.Sniff(bytes.NewReader(data), nil); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkParseParallel tells how Parse scales with -cpu.
func BenchmarkParseParallel(b *testing.B) {
	all := benchMessages(b)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			mustParse(b, all[i%len(all)].data)
		}
	})
}

// BenchmarkReason judges the responses of all messages: an operation is one
// pass over them.
func BenchmarkReason(b *testing.B) {
	var responses []codes.Response
	size := 0
	for _, m := range benchMessages(b) {
		for _, r := range mustParse(b, m.data).Recipients {
			responses = append(responses, codes.Response{Reply: r.Reply, Status: r.Status, Text: r.Response})
			size += len(r.Response)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range responses {
			responses[i].Reason()
		}
	}
}

// BenchmarkAuthResults reads the authentication fields of the returned headers
// of all messages: an operation is one pass over them.
func BenchmarkAuthResults(b *testing.B) {
	var all []headers.Header
	size := 0
	for _, m := range benchMessages(b) {
		rep := mustParse(b, m.data)
		for _, r := range rep.Original.Auth {
			size += len(r.Raw)
		}
		if len(rep.Original.Auth) > 0 {
			all = append(all, rep.Original.Header)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range all {
			headers.ReadAuth(&all[i])
		}
	}
}
