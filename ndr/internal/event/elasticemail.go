package event

// finishElasticEmail leaves the category out of the name of what is no failure, which it
// says nothing of.
func finishElasticEmail(r record, o *object) []record {
	if r.Kind != Failure {
		r.Name = o.str("status")
	}
	return []record{r}
}
