// Command web explains bounces on one page: who must act, what happened, and
// what to do. It reads a whole message, the text of one, a reply of a server,
// lines of a mail log, or a mailbox file.
//
//	web [-listen localhost:8080]
//
// What is sent to it is read in memory, explained and forgotten.
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"
)

const (
	maxUpload = 32 << 20 // bytes of one request; so many net/http keeps in memory
	maxKept   = 64 << 10 // bytes of an input that the page gives back in its form
)

//go:embed page.html static
var files embed.FS

var pageTemplate = template.Must(template.ParseFS(files, "page.html"))

func main() {
	listen := flag.String("listen", "localhost:8080", "`address` to listen on")
	flag.Parse()
	server := &http.Server{Addr: *listen, Handler: newHandler(), ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute}
	log.Printf("open http://%s/", *listen)
	log.Fatal(server.ListenAndServe())
}

// newHandler returns the page and its files.
func newHandler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.FileServerFS(files))
	mux.HandleFunc("/{$}", answer)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// The page loads nothing but its own style sheet and script, sends its
		// form nowhere but here, and is kept and framed by nobody.
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cache-Control", "no-store")
		mux.ServeHTTP(w, r)
	})
}

// A page is what the template shows.
type page struct {
	Tag     language.Tag
	Text    string // what the form holds
	Error   bool   // there was nothing to explain, or too much
	Outcome *outcome
}

// answer explains the file of a form or, where none was chosen, its text. Where no
// form was sent it shows an empty one.
func answer(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	file, _, err := r.FormFile("file")
	data := []byte(r.FormValue("text")) // empty where there is too much in the form
	if err == nil {
		data, err = io.ReadAll(file)
	}
	p, status := &page{Tag: languageFor(r)}, http.StatusOK
	switch {
	case errors.Is(err, http.ErrNotMultipart):
	case len(bytes.TrimSpace(data)) == 0:
		p.Error, status = true, http.StatusBadRequest
	default:
		p.Outcome = explain(data, p.Tag)
		if len(data) <= maxKept && utf8.Valid(data) {
			p.Text = string(data)
		}
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := pageTemplate.Execute(w, p); err != nil {
		log.Print(err)
	}
}

// wordsTSV holds the words of the page: a key, and a column for each language.
//
//go:embed words.tsv
var wordsTSV string

var (
	languages  = []language.Tag{language.English, language.Italian, language.Swedish}
	matcher    = language.NewMatcher(languages)
	dictionary = make(map[string]map[language.Tag]string)
)

func init() {
	for line := range strings.Lines(wordsTSV) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		words := make(map[language.Tag]string)
		for i, text := range cells[1:] {
			words[languages[i]] = text
		}
		dictionary[cells[0]] = words
	}
}

// languageFor returns the language that was chosen on the page or, where none
// was, that the browser asks for.
func languageFor(r *http.Request) language.Tag {
	_, i := language.MatchStrings(matcher, r.FormValue("lang"), r.Header.Get("Accept-Language"))
	return languages[i]
}

// T returns the words of a key, with args in the place of their verbs.
func (p *page) T(key string, args ...any) string {
	return fmt.Sprintf(dictionary[key][p.Tag], args...)
}

// Languages are the languages that the page can be read in, with their own names.
func (*page) Languages() map[language.Tag]string { return dictionary["language"] }
