package event

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/url"
	"strings"
)

// parseForm returns the fields of a form as an object of strings.
//
// QUIRK: Mailgun's legacy form mixes the sender's own fields with Mailgun's: of
// the three that sign the form the last is Mailgun's, of all others the first.
func parseForm(contentType string, body []byte) (*object, error) {
	fields, err := readForm(contentType, body)
	form := &object{values: make(map[string]json.RawMessage, len(fields))}
	for name, values := range fields {
		value := values[0]
		switch name {
		case "timestamp", "token", "signature":
			value = values[len(values)-1]
		}
		// A string always has a JSON form; invalid UTF-8 becomes U+FFFD, by which
		// parseAddress knows it.
		form.values[name], _ = json.Marshal(value)
	}
	return form, err
}

// readForm returns the fields of a form of either type. In a URL-encoded form, a
// field that is not well formed is left out. A form of more than 10,000 fields, which
// package net/url does not read, has none.
func readForm(contentType string, body []byte) (url.Values, error) {
	if len(contentType) <= maxContentType {
		if typ, params, err := mime.ParseMediaType(contentType); err == nil && typ == "multipart/form-data" {
			return readMultipart(body, params["boundary"])
		}
	}
	// A semicolon is an error to net/url. What error remains is about fields that are
	// left out.
	fields, _ := url.ParseQuery(strings.ReplaceAll(string(body), ";", "%3B"))
	return fields, nil
}

// readMultipart returns the fields of multipart/form-data (RFC 7578). Files are
// left out. What was read before the body breaks off stays.
func readMultipart(body []byte, boundary string) (url.Values, error) {
	fields := make(url.Values)
	r := multipart.NewReader(bytes.NewReader(body), boundary)
	for n := range maxFields {
		part, err := r.NextPart()
		if err != nil && n == 0 {
			return nil, err
		}
		if err != nil {
			break
		}
		if part.FormName() == "" || part.FileName() != "" {
			continue
		}
		value, err := io.ReadAll(part)
		if err != nil {
			break // cut inside the value: it says less than it seems to
		}
		fields.Add(part.FormName(), string(value))
	}
	return fields, nil
}
