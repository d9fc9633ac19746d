citizen-button-standing = 🧭 ¿Dónde me sitúo?
citizen-standing-head = <b>Dónde se sitúa usted — { $theme }</b>
citizen-standing-none = En «{ $theme }» todavía no hay suficiente para decirle dónde se sitúa. Unos votos más, suyos y de los demás, ayudarían; contarán cuando se vuelva a dibujar el mapa.
citizen-standing-uniting = 🤝 De lo que une, usted ha votado { $voted ->
        [one] una afirmación
       *[other] { $voted } afirmaciones
    }. Como todos: { $agreed }.
citizen-standing-nearest = Está más cerca del grupo { $number } ({ $size } personas).
citizen-standing-nearer = En «{ $topic }» está más cerca del grupo { $number }.
citizen-standing-foot = <i>Calculado ahora mismo a partir de sus propios votos y de los votos medios de los grupos, solo para usted. No se guarda y nadie más lo ve. Un grupo no es un partido: nadie tiene que pertenecer a uno.</i>
