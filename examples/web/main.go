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
	"html/template"
	"io"
	"log"
	"net/http"
	"time"
	"unicode/utf8"
)

const (
	maxUpload = 32 << 20 // bytes of one request
	maxKept   = 64 << 10 // bytes of an input that the page gives back in its form
	maxAtOnce = 4        // requests that are held in memory at the same time
)

//go:embed page.html static
var files embed.FS

var pageTemplate = template.Must(template.ParseFS(files, "page.html"))

func main() {
	listen := flag.String("listen", "localhost:8080", "`address` to listen on")
	flag.Parse()
	server := &http.Server{
		Addr:              *listen,
		Handler:           newHandler(),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2 * time.Minute,
	}
	log.Printf("open http://%s/", *listen)
	log.Fatal(server.ListenAndServe())
}

// newHandler returns the page and its files.
func newHandler() http.Handler {
	slots := make(chan struct{}, maxAtOnce)
	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.FileServerFS(files))
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		show(w, http.StatusOK, &page{words: wordsFor(r)})
	})
	mux.HandleFunc("POST /{$}", func(w http.ResponseWriter, r *http.Request) {
		slots <- struct{}{}
		defer func() { <-slots }()
		answer(w, r)
	})
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
	words
	Text    string // what the form holds
	Error   string // the key of what is wrong with the input, "" for nothing
	Outcome *outcome
}

// answer explains what a form holds.
func answer(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	data, err := input(r)
	p := &page{words: wordsFor(r)}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		p.Error = "error.large"
		show(w, http.StatusRequestEntityTooLarge, p)
		return
	case err != nil:
		p.Error = "error.form"
		show(w, http.StatusBadRequest, p)
		return
	case len(bytes.TrimSpace(data)) == 0:
		p.Error = "error.empty"
		show(w, http.StatusUnprocessableEntity, p)
		return
	}
	if len(data) <= maxKept && utf8.Valid(data) {
		p.Text = string(data)
	}
	p.Outcome = explain(data, p.words)
	show(w, http.StatusOK, p)
}

// input returns the file of a form or, where there is none, its text.
func input(r *http.Request) ([]byte, error) {
	// As much memory as a request may be long, so that nothing goes to disk.
	if err := r.ParseMultipartForm(maxUpload); err != nil {
		return nil, err
	}
	file, header, err := r.FormFile("file")
	if err != nil || header.Size == 0 {
		return []byte(r.FormValue("text")), nil
	}
	defer file.Close()
	return io.ReadAll(file)
}

// show writes a page, whole or not at all.
func show(w http.ResponseWriter, status int, p *page) {
	var html bytes.Buffer
	if err := pageTemplate.Execute(&html, p); err != nil {
		log.Print(err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if _, err := html.WriteTo(w); err != nil {
		log.Print(err)
	}
}
