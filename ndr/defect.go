package ndr

import (
	"fmt"

	"example.com/ndr/ndr/internal/mime"
)

// A Defect is something damaged, missing or cut off in a message. It is an
// error, for those who want to refuse damaged reports; [Parse] never does.
type Defect struct {
	// Kind says what is wrong.
	Kind DefectKind `json:"kind"`
	// Line is the line where it was noticed, counted from 1; 0 where it is
	// about no line.
	Line int `json:"line"`
	// Detail is the text that is wrong, as far as it helps.
	Detail string `json:"detail,omitempty"`
}

// Error returns the defect as "line 7: header-line: ...".
func (d Defect) Error() string {
	s := string(d.Kind)
	if d.Line > 0 {
		s = fmt.Sprintf("line %d: %s", d.Line, s)
	}
	if d.Detail != "" {
		s += ": " + d.Detail
	}
	return s
}

// A DefectKind says what is wrong.
type DefectKind string

// The kinds of defect.
const (
	// DefectHeaderLine: a line in a header is no field (RFC 5322, section
	// 2.2).
	DefectHeaderLine DefectKind = mime.DefectHeaderLine
	// DefectNoHeader: the message begins with its body.
	DefectNoHeader DefectKind = mime.DefectNoHeader
	// DefectBoundary: a multipart was not closed (RFC 2046, section 5.1.1).
	DefectBoundary DefectKind = mime.DefectBoundary
	// DefectUndeclaredBoundary: parts whose boundary no Content-Type names.
	DefectUndeclaredBoundary DefectKind = mime.DefectUndeclared
	// DefectTransferEncoding: a body that its Content-Transfer-Encoding does
	// not fit (RFC 2045, section 6).
	DefectTransferEncoding DefectKind = mime.DefectEncoding
	// DefectCharset: a charset that is unknown, or that a text is not in.
	DefectCharset DefectKind = mime.DefectCharset
	// DefectField: a field of the delivery-status part that cannot be read
	// (RFC 3464).
	DefectField DefectKind = "field"
	// DefectNoRecipient: a report that names no recipient.
	DefectNoRecipient DefectKind = "no-recipient"
	// DefectNested: the report stands in a message that is no report.
	DefectNested DefectKind = "nested-report"
	// DefectBytesLimit and the next: a limit of [Options] was reached.
	DefectBytesLimit      DefectKind = mime.DefectBytesLimit
	DefectHeaderLimit     DefectKind = mime.DefectHeaderLimit
	DefectPartsLimit      DefectKind = mime.DefectPartsLimit
	DefectDepthLimit      DefectKind = mime.DefectDepthLimit
	DefectTextLimit       DefectKind = mime.DefectBodyLimit
	DefectRecipientsLimit DefectKind = "recipients-limit"
)
