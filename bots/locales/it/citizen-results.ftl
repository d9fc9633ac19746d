citizen-agenda-head = <b>Ordine del giorno — { $theme }</b> (versione { $version })
citizen-agenda-none = L’ordine del giorno di «{ $theme }» non è ancora pubblicato. Nasce dalle domande più sostenute: il tuo sostegno conta.
citizen-summary-head = <b>Sintesi — { $theme }</b> (versione { $version })
citizen-summary-none = La sintesi di «{ $theme }» non è ancora pubblicata.
citizen-map-head = <b>Chi è d’accordo su che cosa — { $theme }</b>
citizen-map-none = In «{ $theme }» non ci sono ancora abbastanza voti per mostrare chi è d’accordo su che cosa. I tuoi aiuterebbero.
citizen-document-more = … Il resto è sulla pagina pubblica. { $url }
