package event

import "example.com/ndr/ndr/internal/found"

// finishElasticEmail leaves the category out of the name of what is no failure, which it
// says nothing of.
func finishElasticEmail(r record, o *object) []record {
	if r.Kind != found.Failure {
		r.Name = o.str("status")
	}
	return []record{r}
}
