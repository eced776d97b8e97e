package main

import (
	"encoding/json"
	"net/http"
	"strconv"

	"example.com/ndr/headers"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// maxEvents is how many events one answer holds.
const maxEvents = 1000

// handler answers the newsletter:
//
//	GET /suppressed?address=ADDRESS  whether to mail ADDRESS, and its soft bounces
//	GET /events?after=ID             the events after that one, in their order
//	GET /metrics                     counters in the text format of Prometheus
func (rv *receiver) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /suppressed", rv.getSuppressed)
	mux.HandleFunc("GET /events", rv.getEvents)
	mux.Handle("GET /metrics", promhttp.HandlerFor(rv.metrics.registry, promhttp.HandlerOpts{}))
	return mux
}

func (rv *receiver) getSuppressed(w http.ResponseWriter, r *http.Request) {
	address := r.FormValue("address")
	if !headers.ValidMailbox(address) {
		http.Error(w, "address= must be one address", http.StatusBadRequest)
		return
	}
	st, err := rv.store.standing(r.Context(), address)
	rv.answer(w, st, err)
}

func (rv *receiver) getEvents(w http.ResponseWriter, r *http.Request) {
	after, err := strconv.ParseInt("0"+r.FormValue("after"), 10, 64)
	if err != nil {
		http.Error(w, "after= must be the id of an event", http.StatusBadRequest)
		return
	}
	events, err := rv.store.events(r.Context(), after, maxEvents)
	rv.answer(w, events, err)
}

// answer writes v as JSON, or says that the store failed.
func (rv *receiver) answer(w http.ResponseWriter, v any, err error) {
	if err != nil {
		rv.log.Error("not read", "err", err)
		http.Error(w, "the store failed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		rv.log.Warn("not answered", "err", err)
	}
}

// metrics count what was delivered since the start.
type metrics struct {
	registry           *prometheus.Registry
	deliveries, events *prometheus.CounterVec
}

func newMetrics() *metrics {
	registry := prometheus.NewRegistry()
	factory := promauto.With(registry)
	return &metrics{registry,
		factory.NewCounterVec(prometheus.CounterOpts{Name: "bounce_deliveries_total",
			Help: "Deliveries that were stored, came again (duplicate) or were refused."}, []string{"result"}),
		factory.NewCounterVec(prometheus.CounterOpts{Name: "bounce_events_total",
			Help: "Recipients in stored reports, by reason, and whether a valid token and the verdict suppressed them."},
			[]string{"action", "reason", "suppressed"})}
}

// count counts a delivery that was stored; it was new to the return paths in
// added.
func (m *metrics) count(d *delivery, added []returnPath) {
	m.deliveries.WithLabelValues("stored").Add(float64(len(added)))
	m.deliveries.WithLabelValues("duplicate").Add(float64(len(d.paths) - len(added)))
	for _, p := range added {
		for i := range d.report.Recipients {
			r := &d.report.Recipients[i]
			suppressed := strconv.FormatBool(r.Suppress && p.subscribers[i] != "")
			m.events.WithLabelValues(r.Action.String(), r.Reason.String(), suppressed).Inc()
		}
	}
}
