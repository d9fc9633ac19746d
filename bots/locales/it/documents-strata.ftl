# Età, quartiere, categoria: per entrambi i bot.
document-age = { $first ->
        [0] meno di 16 anni
        [75] 75 anni e oltre
       *[other] { $first }–{ $last } anni
    }
document-actor = { $kind ->
        [individual] a titolo personale
        [school] scuola
        [research] università, ricerca
        [association] associazione
        [farmer] agricoltura, allevamento
        [business] agroalimentare, sementi
        [shop] commercio, ristorazione
        [health] sanità
        [city-service] servizio comunale
       *[other] altro
    }
document-elsewhere = altrove
