# Los asuntos: leer, cambiar el título, unir, dividir.
moderator-menu-topics = Los asuntos: título, unir, dividir
moderator-topics = 🧩 <b>Asuntos de «{ $theme }»</b>: { $topics ->
        [one] un asunto
       *[other] { $topics } asuntos
    }, { $texts ->
        [one] una aportación
       *[other] { $texts } aportaciones
    }. Toque uno para leer sus aportaciones.
moderator-topics-none = Aún no hay asuntos en «{ $theme }»: hacen falta aportaciones admitidas.
moderator-topic-line = <b>{ $number }. { $title }</b>
    <i>{ $words }</i> — { $texts ->
        [one] una aportación
       *[other] { $texts } aportaciones
    }, { $people ->
        [one] una persona
       *[other] { $people } personas
    }
moderator-button-topics = 🧩 Asuntos
moderator-button-topic-rename = ✏️ Cambiar el título
moderator-button-topic-merge = 🔗 Unir a…
moderator-button-topic-part = ✂️ Dividir…
moderator-button-topic-part-now = ✂️ Hacer de ellas un asunto ({ $count })
moderator-button-topic-undo = ↩️ Deshacer este cambio
moderator-button-topic-edits = ↩️ Cambios hechos ({ $count })
moderator-ask-topic-title = ¿Qué título debe tener este asunto? Escríbalo, en pocas palabras que todo el mundo entienda.
moderator-topic-renamed = ✏️ El asunto tiene un título nuevo. El orden del día y el resumen lo recogen.
moderator-topic-merge = ¿A qué asunto?
moderator-topic-merge-none = Es el único asunto: no hay otro al que unirlo.
moderator-topic-merged = 🔗 Los dos asuntos son ahora uno.
moderator-topic-part = Toque las aportaciones que deben formar un asunto propio.
moderator-topic-parted = ✂️ Estas aportaciones son ahora un asunto propio. Lo que llegue irá al más cercano de los dos.
moderator-topic-edits = Cambios hechos en los asuntos de «{ $theme }». Toque el que quiera deshacer.
moderator-topic-edits-none = No hay ningún cambio que deshacer en los asuntos de «{ $theme }».
moderator-topic-undone = ↩️ Deshecho.
moderator-refused-topic-changed = Este asunto ha cambiado entretanto. Abra la lista de nuevo: /topics
moderator-refused-unknown-topic-edit = Este cambio ya está deshecho.
