citizen-agenda-head = <b>Orden del día — { $theme }</b> (versión { $version })
citizen-agenda-none = El orden del día de «{ $theme }» todavía no está publicado. Se hace a partir de las preguntas que la gente apoya: su apoyo cuenta.
citizen-summary-head = <b>Resumen — { $theme }</b> (versión { $version })
citizen-summary-none = El resumen de «{ $theme }» todavía no está publicado.
citizen-map-head = <b>Quién está de acuerdo en qué — { $theme }</b>
citizen-map-none = Todavía no hay suficientes votos en «{ $theme }» para mostrar quién está de acuerdo en qué. Los suyos ayudarían.
citizen-document-more = … El resto está en la página pública. { $url }
