package headers

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/emersion/go-msgauth/authres"
)

// value returns the result as go-msgauth has it. authres.Parse is not asked: it splits
// a field at ";" and at blanks before it looks for comments and quotes.
func (r *Result) value() authres.Result {
	verdict := authres.ResultValue(r.Result)
	switch r.Method {
	case "arc":
		oldest := number(r.first("header.oldest-pass"))
		return &authres.ARCResult{Value: verdict, RemoteIP: r.first("smtp.remote-ip"), OldestPass: oldest}
	case "auth":
		return &authres.AuthResult{Value: verdict, Reason: r.Reason, Auth: r.first("smtp.auth")}
	case "dkim":
		domain, identifier := r.first("header.d"), r.first("header.i")
		return &authres.DKIMResult{Value: verdict, Reason: r.Reason, Domain: domain, Identifier: identifier}
	case "dmarc":
		return &authres.DMARCResult{Value: verdict, Reason: r.Reason, From: r.first("header.from")}
	case "domainkeys":
		return &authres.DomainKeysResult{
			Value: verdict, Reason: r.Reason,
			Domain: r.first("header.d"), From: r.first("header.from"), Sender: r.first("header.sender"),
		}
	case "iprev":
		return &authres.IPRevResult{Value: verdict, Reason: r.Reason, IP: r.first("policy.iprev")}
	case "sender-id":
		v := &authres.SenderIDResult{Value: verdict, Reason: r.Reason}
		if i := slices.IndexFunc(r.Properties, func(p Property) bool { return p.Type == "header" }); i >= 0 {
			v.HeaderKey, v.HeaderValue = r.Properties[i].Name, r.Properties[i].Value
		}
		return v
	case "spf":
		from, helo := r.first(mailFromProperties...), r.first(heloProperties...)
		return &authres.SPFResult{Value: verdict, Reason: r.Reason, From: from, Helo: helo}
	}
	params := map[string]string{}
	for _, p := range slices.Backward(r.Properties) { // of two with one name the first counts
		params[p.key()] = p.Value
	}
	if r.Reason != "" {
		params["reason"] = r.Reason
	}
	return &authres.GenericResult{Method: r.Method, Value: verdict, Params: params}
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
		var params []string
		for _, key := range slices.Sorted(maps.Keys(v.Params)) {
			params = append(params, key, v.Params[key])
		}
		r.set(v.Method, v.Value, "", params...)
	}
	r.Domain = r.findDomain()
	return r
}

// set sets method, verdict, reason, and the properties, each a name and a value,
// that have one and whose name can be one.
func (r *Result) set(method string, verdict authres.ResultValue, reason string, properties ...string) {
	r.Method, r.Result, r.Reason = lower(method, maxName), lower(string(verdict), maxName), clean(reason, maxText)
	for pair := range slices.Chunk(properties, 2) {
		if validKey(pair[0]) && pair[1] != "" {
			r.add(lowerASCII(pair[0]), pair[1])
		}
	}
}
