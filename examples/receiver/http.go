package main

import (
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"example.com/ndr/headers"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// httpServer answers the newsletter:
//
//	GET /suppressed?address=ADDRESS  whether to mail ADDRESS, and its soft bounces
//	GET /events?after=ID             the events after that one, in their order
//	GET /metrics                     counters in the text format of Prometheus
func (rv *receiver) httpServer() *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /suppressed", rv.getSuppressed)
	mux.HandleFunc("GET /events", rv.getEvents)
	mux.Handle("GET /metrics", promhttp.Handler())
	return &http.Server{Handler: mux, ReadHeaderTimeout: time.Minute}
}

// getSuppressed tells what is known of a subscriber. The case of letters does
// not matter, since a return path does not keep it.
func (rv *receiver) getSuppressed(w http.ResponseWriter, r *http.Request) {
	address := strings.ToLower(r.FormValue("address"))
	if !headers.ValidMailbox(address) {
		http.Error(w, "address= must be one address", http.StatusBadRequest)
		return
	}
	rv.answer(w, r, `SELECT json_object(
			'address', asked, 'suppressed', json(iif(since IS NULL, 'false', 'true')), 'reason', reason, 'since', since,
			'soft_bounces', json((SELECT json_group_object(reason, count) FROM soft_bounce WHERE address = asked)))
		FROM (SELECT ? AS asked) LEFT JOIN suppression ON address = asked`, address)
}

// getEvents gives at most 1000 events. A newsletter that asks again, for those
// after the last that it got, misses none.
func (rv *receiver) getEvents(w http.ResponseWriter, r *http.Request) {
	after, err := strconv.ParseInt("0"+r.FormValue("after"), 10, 64)
	if err != nil {
		http.Error(w, "after= must be the id of an event", http.StatusBadRequest)
		return
	}
	rv.answer(w, r, `SELECT json_group_array(json_object(
			'id', event.id, 'received', received, 'return_path', return_path, 'kind', kind, 'author', author,
			'subscriber', subscriber, 'recipient', json(recipient)) ORDER BY event.id)
		FROM (SELECT * FROM event WHERE id > ? ORDER BY id LIMIT 1000) AS event JOIN report ON report.id = event.report`, after)
}

// answer writes the JSON that a query makes, or says that the store failed.
func (rv *receiver) answer(w http.ResponseWriter, r *http.Request, query string, arg any) {
	var text []byte
	if err := rv.db.QueryRowContext(r.Context(), query, arg).Scan(&text); err != nil {
		slog.Error("not read", "err", err)
		http.Error(w, "the store failed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if _, err := w.Write(text); err != nil {
		slog.Warn("not answered", "err", err)
	}
}

// What was delivered since the start.
var (
	deliveries = promauto.NewCounterVec(prometheus.CounterOpts{Name: "bounce_deliveries_total",
		Help: "Deliveries that were stored, came again (duplicate) or were not stored."}, []string{"result"})
	eventsTotal = promauto.NewCounterVec(prometheus.CounterOpts{Name: "bounce_events_total",
		Help: "Recipients in stored reports, by reason, and whether they were suppressed."}, []string{"action", "reason", "suppressed"})
)
