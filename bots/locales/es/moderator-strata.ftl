# Los porcentajes de la población, y quién falta.
moderator-menu-strata = Quién vive aquí: edades, barrios, condición
moderator-menu-missing = A quién no se escucha todavía
moderator-stratum = { $stratum ->
        [age] Edad
        [area] Barrio
       *[actor] Condición
    }
moderator-strata = 👥 <b>Quién vive aquí</b>, según la ciudad. Con estos porcentajes compara /missing a quienes participan.
moderator-strata-line = <b>{ $stratum }</b>: { $shares }
moderator-strata-share = { $value } { $percent } %
moderator-strata-none = <b>{ $stratum }</b>: todavía sin porcentajes.
moderator-button-strata = 👥 Anotar los porcentajes
moderator-button-strata-undo = ↩️ Deshacer este cambio
moderator-button-missing = 🔎 ¿Quién falta?
moderator-button-form = 📄 Hoja para imprimir
moderator-ask-strata = <b>{ $stratum }</b>: ¿qué porcentajes de la población? Escríbalos en una línea, 100 % en total. Por ejemplo:
    <code>{ $example }</code>
moderator-ask-strata-known = Posibles: { $values }.
moderator-ask-strata-areas = Son también los barrios entre los que la gente elige; «en otro lugar» se añade solo.
moderator-slip-strata = { $fault ->
        [few] Hacen falta al menos dos.
        [many] Hay demasiados: { $most } como máximo.
        [unknown] Uno de estos nombres no está en la lista.
        [long] Un nombre es demasiado largo: { $longest } caracteres como máximo.
        [twice] Un nombre está dos veces.
        [sum] Eso suma { $total } %: debe ser 100 %, con un margen de dos.
       *[unreadable] No lo he entendido: un nombre, un número y luego «·» antes del siguiente.
    }
moderator-strata-noted = ✅ Anotado.
moderator-strata-undone = ↩️ Deshecho: valen de nuevo los porcentajes anteriores.
moderator-refused-targets = Estos porcentajes no forman un todo: /strata
moderator-refused-unknown-targets = Estos porcentajes ya no valen: /strata
moderator-missing-no-targets = Para ver quién falta hay que saber quién vive aquí: anote primero los porcentajes de edades, barrios o condiciones con /strata.
moderator-missing = 🔎 <b>A quién no se escucha todavía en «{ $theme }»</b>
    Personas que allí han escrito, apoyado, votado o reservado plaza: <b>{ $people }</b>
moderator-missing-stratum = <b>{ $stratum }</b> — { $clear ->
        [yes] falta gente:
       *[no] ninguna diferencia mayor que el azar:
    }
moderator-missing-few = 🔻 <b>{ $value }</b>: { $share } % en lugar de { $target } % ({ $people } personas). Harían falta unas { $needed } más.
moderator-missing-few-small = 🔻 <b>{ $value }</b>: menos de { $smallest } personas, { $share } % como máximo en lugar de { $target } %. Harían falta al menos { $needed } más.
moderator-missing-few-untold = 🔻 <b>{ $value }</b>: { $share } % como máximo en lugar de { $target } % (número no dicho). Harían falta al menos { $needed } más.
moderator-missing-there = • { $value }: { $share } % para { $target } % ({ $people } personas)
moderator-missing-there-small = • { $value }: menos de { $smallest } personas, para { $target } %
moderator-missing-there-untold = • { $value }: número no dicho, para { $target } %
moderator-missing-silent = ◻️ No han dicho nada de esto: { $people }
moderator-missing-beside = ◻️ Han dicho otra cosa, sin porcentaje anotado: { $people }
moderator-missing-small = Un número inferior a { $smallest } no se dice, ni aquel del que se podría deducir.
moderator-missing-caution = <i>«Falta» significa: la diferencia es demasiado grande para el azar (cinco probabilidades entre cien de equivocarse por apartado). Solo cuenta lo que la gente ha querido decir: es un indicio, no un censo.</i>
moderator-missing-chart = { $theme }: quién participa
moderator-missing-there-now = participa
moderator-missing-target = vive aquí
moderator-missing-caption = «{ $theme }»: los porcentajes de quienes participan (barras) y de la población (marcas); las cifras son las del mensaje anterior.
moderator-missing-next = { $clear ->
        [yes] <b>¿Y ahora?</b> Ir adonde están esas personas:
       *[no] <b>¿Y ahora?</b> Nadie falta claramente. Para llegar aún más lejos:
    }
    • un cartel, con un enlace que cuenta de dónde se viene: { $link ->
        [none] pida /missing otra vez dentro de un minuto, el bot de los ciudadanos no dice ahora su nombre
       *[other] { $link } (el lugar en vez de los puntos, véase /stats)
    }
    • la hoja para imprimir, para quien no tiene Telegram: /form y luego /enter
    • un mensaje a quienes ya participan, para que lo cuenten: /broadcast
