# Las páginas públicas de la ciudad.
page-skip = Ir al contenido
page-languages = Idiomas
page-city-title = { $city } delibera
page-city-lead = Lo que la gente de { $city } pregunta, piensa y decide en común, tema por tema.
page-city-themes = Los temas
page-city-none = Ahora mismo no hay ningún tema abierto.
page-city-counts = { $texts ->
        [0] todavía sin aportaciones
        [one] una aportación
       *[other] { $texts } aportaciones
    }, { $votes ->
        [0] todavía sin votos
        [one] un voto
       *[other] { $votes } votos
    }
page-theme-lead = Las preguntas y opiniones de { $city } sobre «{ $theme }», y lo que salió de ellas.
page-phases = En qué punto está el tema
page-until = Hasta el { $when }; después: { $then }.
page-number-people = personas
page-number-texts = aportaciones publicadas
page-number-votes = votos
page-take-part = Participar en Telegram
page-agenda = Orden del día
page-agenda-none = El orden del día aún no está publicado. Nace de las preguntas que la gente hace y apoya.
page-agenda-read = Por qué estos puntos, y qué quedó fuera
page-edition = Versión { $version }, publicada el { $when }.
page-agenda-budget = { $items ->
        [one] Un punto
       *[other] { $items } puntos
    }, { $minutes } minutos de debate para repartir.
page-agenda-how = Cada persona recibió la misma parte del tiempo; un punto entra cuando quienes lo apoyan pueden pagarlo juntos (método de partes iguales).
page-minutes = { $minutes } min
page-paid = Tiempo aportado por:
page-share = { $group }, { $minutes } min
page-left-out = Lo que quedó fuera ({ $items }), y qué faltó
page-people = Con el apoyo de { $people } personas
page-people-few = Con el apoyo de menos de { $few } personas
page-summary = Resumen
page-summary-none = El resumen aún no está publicado.
page-summary-read = Leer todo el resumen
page-summary-how = Cada frase es, palabra por palabra, de una aportación; toque su referencia para leerla entera.
page-map = Mapa de opiniones
page-map-read = Ver todo lo que une y divide, y los grupos
page-map-none = El mapa aparece cuando han votado al menos { $few } personas.
page-map-common-ground = Lo que une
page-map-contention = Lo que divide
page-map-uncertain = Lo que deja dudas
page-map-bridging = Lo que gusta más allá de los bandos
page-map-groups = { $groups } grupos de opinión
page-map-group = Grupo { $number } ({ $size } personas): lo que lo distingue
page-map-no-groups = No hay bandos claros: las opiniones se cruzan.
page-map-alt = Una nube de puntos: { $participants } personas, cerca de quienes votan como ellas; { $groups ->
        [0] sin grupos claros
       *[other] { $groups } grupos
    }. Las listas de arriba dicen lo mismo.
page-map-caption = Un punto es una persona; dos puntos cercanos votan de forma parecida. No se nombra a nadie.
page-agree = { $percent } % de acuerdo
page-unsure = { $percent } % pasa
page-disagree = { $percent } % en desacuerdo
page-votes = { $votes } votos
page-sessions = Debates
page-sessions-none = Aún no se ha anunciado ningún debate.
page-sessions-file = Añadir las fechas a mi calendario (.ics)
page-session-seats = { $free ->
        [0] Completo ({ $capacity } plazas): lista de espera en Telegram
        [one] Una plaza libre de { $capacity }
       *[other] { $free } plazas libres de { $capacity }
    }
page-session-cancelled = Cancelado
page-moderation = La moderación
page-moderation-lead = Lo que se decidió, en números; una raya sustituye lo que atañe a menos de { $few } personas.
page-appeals-open = Recursos en espera
page-appeals-upheld = Recursos: decisión mantenida
page-appeals-overturned = Recursos: decisión anulada
page-removals = Retiradas tras la publicación
page-moderation-times = La mitad de las decisiones tardó como mucho { $median }; nueve de cada diez, { $most }.
page-objection = Objeción de quien ejerce de garante, { $when }
page-data = Leerlo todo, comprobarlo todo
page-rest = Y { $count } más, en el archivo
page-paper = Orden del día y resumen para imprimir (PDF)
page-record-read = Moderación, registro y todos los archivos
page-record-title = Moderación y registro
page-files = Los archivos
page-contributions = Leer las { $texts } aportaciones publicadas
page-contributions-title = Aportaciones: { $theme }
page-contributions-lead = Tal como se escribieron; los datos personales están ocultos (▒▒▒). Quienes escriben siguen en el anonimato.
page-pages = Páginas
page-licence = Datos abiertos, licencia { $licence }. Los porcentajes de los votos solo se muestran donde han votado al menos 10 personas.
page-feed = Seguir por Atom (RSS)
page-poster = Cartel para imprimir
page-record = El registro
page-record-head = { $entries ->
        [one] Un asiento; huella del último:
       *[other] { $entries } asientos; huella del último:
    }
page-record-verify = Apunte esta huella: si cambia un solo asiento, ella también cambia. Para recalcularlo todo:
page-poster-lead = ¿Una pregunta? ¿Una opinión? Bastan treinta segundos.
page-poster-qr = Código para escanear, que abre { $link }
page-poster-how = Escanee el código con su teléfono: la conversación se abre en Telegram. Sin nombre, sin crear cuenta aquí.
page-poster-no-bot = El bot no dice ahora su dirección: vuelva a abrir esta página dentro de un minuto.
page-missing = Esta página no existe (o ya no existe).
page-missing-next = Ver los temas de { $city }
page-foot-made = Hecho con Palabre, software libre, para { $city }.
page-foot-privacy = Estas páginas no usan cookies ni piden nada a otros sitios.
