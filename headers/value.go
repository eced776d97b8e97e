package headers

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/emersion/go-msgauth/authres"
)

// setValues sets the Value of the results of one field. It puts them into the
// form that authres reads: an authserv-id, always; no comments and no quotes,
// since authres splits at ";" and at blanks before it looks for either.
func setValues(results []Result) {
	field := append(make([]byte, 0, 256), 'x')
	var written []int
	for i := range results {
		// authres folds the case of all letters, and we that of ASCII's.
		if r := &results[i]; fitsAuthres(r.Result) && isASCII(r.Result) {
			field = r.appendCanonical(append(field, "; "...))
			written = append(written, i)
		}
	}
	_, values, _ := authres.Parse(string(field)) // nothing that it refuses is written
	for i, value := range values {
		r := &results[written[i]]
		r.Value = value
		if r.Reason != "" {
			setReason(value, r.Reason)
		}
	}
}

// fitsAuthres reports whether authres reads s as one word.
func fitsAuthres(s string) bool {
	return strings.IndexByte(s, ';') < 0 && strings.IndexFunc(s, unicode.IsSpace) < 0
}

// appendCanonical appends the result in the form that authres reads. Of a
// property that occurs twice authres keeps the last, and we the first.
func (r *Result) appendCanonical(b []byte) []byte {
	b = append(append(append(b, r.Method...), '='), r.Result...)
	for i := len(r.Properties) - 1; i >= 0; i-- {
		if key := r.canonicalKey(i); key != "" {
			b = append(append(append(append(b, ' '), key...), '='), r.Properties[i].Value...)
		}
	}
	return b
}

// spfKeys are the names that other than RFC 8601 gives to its properties of SPF;
// those without a type are Received-SPF's (RFC 7208, section 9.1).
var spfKeys = map[string]string{
	"envelope-from": "smtp.mailfrom", "mailfrom": "smtp.mailfrom", "smtp.envelope-from": "smtp.mailfrom",
	"smtp.mail":  "smtp.mailfrom", // Google until 2014
	"smtp.mfrom": "smtp.mailfrom", // Sendmail's sid-milter
	"helo":       "smtp.helo",
}

// canonicalKey returns the name by which authres knows property i, "" for one
// that it cannot hold: with blanks; another field than the first that Sender ID
// names, of which authres takes any; ARC's oldest-pass if it is no number, for
// which it refuses the field.
func (r *Result) canonicalKey(i int) string {
	p := &r.Properties[i]
	key := p.key()
	switch {
	case !fitsAuthres(p.Value):
		return ""
	case r.Method == "sender-id" && p.Type == "header" && slices.ContainsFunc(r.Properties[:i], func(q Property) bool { return q.Type == "header" }):
		return ""
	case r.Method == "arc" && key == "header.oldest-pass":
		if n, ok := number(p.Value); !ok || n == 0 {
			return ""
		}
	case r.Method == "spf" && spfKeys[key] != "":
		return spfKeys[key]
	}
	return key
}

// setReason sets the reason by hand, since authres cuts it at the first blank. Not all
// of its types have one.
func setReason(value authres.Result, reason string) {
	if generic, ok := value.(*authres.GenericResult); ok {
		generic.Params["reason"] = reason
	} else if field := reflect.ValueOf(value).Elem().FieldByName("Reason"); field.IsValid() {
		field.SetString(reason)
	}
}

// FromValue returns a result that another program read with go-msgauth/authres,
// or made, as this package has it: with its method, verdict, reason, properties
// and domain, and value itself as its Value. Where it came from is not known:
// Header and Server are "". For the cause of a failure see [Explain]. A nil value
// gives the zero Result.
func FromValue(value authres.Result) Result {
	if p := reflect.ValueOf(value); !p.IsValid() || p.Kind() == reflect.Pointer && p.IsNil() {
		return Result{}
	}
	r := Result{Value: value}
	switch v := value.(type) {
	case *authres.ARCResult:
		oldest := ""
		if v.OldestPass > 0 {
			oldest = strconv.Itoa(v.OldestPass)
		}
		r.set("arc", v.Value, "", "smtp.remote-ip", v.RemoteIP, "header.oldest-pass", oldest)
	case *authres.AuthResult:
		r.set("auth", v.Value, v.Reason, "smtp.auth", v.Auth)
	case *authres.DKIMResult:
		r.set("dkim", v.Value, v.Reason, "header.d", v.Domain, "header.i", v.Identifier)
	case *authres.DMARCResult:
		r.set("dmarc", v.Value, v.Reason, "header.from", v.From)
	case *authres.DomainKeysResult:
		r.set("domainkeys", v.Value, v.Reason, "header.d", v.Domain, "header.from", v.From, "header.sender", v.Sender)
	case *authres.IPRevResult:
		r.set("iprev", v.Value, v.Reason, "policy.iprev", v.IP)
	case *authres.SenderIDResult:
		r.set("sender-id", v.Value, v.Reason, "header."+v.HeaderKey, v.HeaderValue)
	case *authres.SPFResult:
		r.set("spf", v.Value, v.Reason, "smtp.mailfrom", v.From, "smtp.helo", v.Helo)
	case *authres.GenericResult:
		r.set(v.Method, v.Value, "")
		for _, key := range slices.Sorted(maps.Keys(v.Params)) {
			r.addClean(key, v.Params[key])
		}
	}
	one := []Result{r}
	setDomains(one)
	return one[0]
}

// set sets method, verdict, reason, and the properties, each a name and a value,
// that have one.
func (r *Result) set(method string, verdict authres.ResultValue, reason string, properties ...string) {
	r.Method, r.Result, r.Reason = lower(method, maxName), lower(string(verdict), maxName), clean(reason, maxText)
	for i := 0; i < len(properties); i += 2 {
		if properties[i+1] != "" {
			r.addClean(properties[i], properties[i+1])
		}
	}
}

// addClean adds a property, unless its name can be none.
func (r *Result) addClean(key, value string) {
	if validKey(key) {
		r.add(lowerASCII(key), value)
	}
}
