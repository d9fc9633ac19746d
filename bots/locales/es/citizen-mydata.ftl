# /mydata: todo lo que se guarda sobre una persona.
citizen-mydata =
    📦 <b>Todo lo que se guarda sobre usted</b>
    Participa desde el { $since }.

    • Aportaciones: { $contributions }
    • Votos: { $votes }
    • Apoyos: { $supports }
    • Plazas en debates: { $seats }
    • Mensajes nuestros: { $letters }

    El archivo lo contiene todo, solo para usted. /mine retira una aportación, /forget lo borra todo.
