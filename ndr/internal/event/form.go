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
func parseForm(contentType string, body []byte) (object, error) {
	form := make(object)
	if len(contentType) <= maxContentType {
		if typ, params, err := mime.ParseMediaType(contentType); err == nil && typ == "multipart/form-data" {
			return form, form.readMultipart(body, params["boundary"])
		}
	}
	form.readURLEncoded(string(body))
	return form, nil
}

// readURLEncoded adds the fields of application/x-www-form-urlencoded. One that
// is not well formed is left out.
func (o object) readURLEncoded(body string) {
	n := 0
	for field := range strings.SplitSeq(body, "&") {
		if n++; n > maxFields {
			return
		}
		name, value, _ := strings.Cut(field, "=")
		name, err := url.QueryUnescape(name)
		if err != nil {
			continue
		}
		if value, err = url.QueryUnescape(value); err == nil {
			o.addField(name, value)
		}
	}
}

// readMultipart adds the fields of multipart/form-data (RFC 7578). Files are
// left out. What was read before the body breaks off stays.
func (o object) readMultipart(body []byte, boundary string) error {
	r := multipart.NewReader(bytes.NewReader(body), boundary)
	for n := range maxFields {
		part, err := r.NextPart()
		if err != nil {
			if n == 0 {
				return err
			}
			return nil
		}
		if part.FormName() == "" || part.FileName() != "" {
			continue
		}
		value, err := io.ReadAll(part)
		if err != nil {
			return nil // cut inside the value: it says less than it seems to
		}
		o.addField(part.FormName(), string(value))
	}
	return nil
}

// addField adds a field. QUIRK: Mailgun's legacy form mixes the sender's own
// fields with Mailgun's: of the three that sign the form the last is
// Mailgun's, of all others the first.
func (o object) addField(name, value string) {
	if _, ok := o[name]; ok && name != "timestamp" && name != "token" && name != "signature" {
		return
	}
	// A string always has a JSON form; invalid UTF-8 becomes U+FFFD, by which
	// parseAddress knows it.
	o[name], _ = json.Marshal(value)
}
