citizen-agenda-head = <b>Ordre du jour — { $theme }</b> (version { $version })
citizen-agenda-none = L’ordre du jour de « { $theme } » n’est pas encore publié. Il se fait à partir des questions soutenues : votre soutien compte.
citizen-summary-head = <b>Synthèse — { $theme }</b> (version { $version })
citizen-summary-none = La synthèse de « { $theme } » n’est pas encore publiée.
citizen-map-head = <b>Qui est d’accord sur quoi — { $theme }</b>
citizen-map-none = Il n’y a pas encore assez de votes dans « { $theme } » pour montrer qui est d’accord sur quoi. Les vôtres aideraient.
citizen-document-more = … La suite est sur la page publique. { $url }
