package letter

// senderNames and subjectNames are what the fields From and Subject above a
// forwarded message are called, in lower case: Outlook, Thunderbird, Apple Mail
// and Gmail translate them.
var (
	senderNames = []string{
		"from", "von", "de", "da", "van", "från", "fra", "od", "lähettäjä", "feladó", "kimden", "gönderen", "от", "від", "отправитель", "από", "מאת", "من",
		"差出人", "送信者", "发件人", "寄件者", "寄件人", "보낸 사람", "expéditeur", "mittente", "absender", "remitente", "remetente", "afzender", "avsändare", "afsender", "avsender", "nadawca", "odesílatel", "expeditor",
	}
	subjectNames = []string{
		"subject", "betreff", "objet", "sujet", "oggetto", "asunto", "assunto", "onderwerp", "ämne", "emne", "aihe", "temat", "předmět", "predmet", "tárgy", "subiect", "konu", "тема", "θέμα", "נושא", "الموضوع", "件名", "主题", "主旨", "제목",
	}
)
