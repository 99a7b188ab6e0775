@echo off
rem Starts Kelvin. Builds it first when the jar is missing or older than what it is made of.
setlocal
set "KELVIN_HOME=%~dp0"
set "KELVIN_JAR=%KELVIN_HOME%target\kelvin.jar"
set "KELVIN_PAGE=%KELVIN_HOME%target\kelvin.html"
set "KELVIN_JAVA=java"
set "KELVIN_JAVAC=javac"
if defined JAVA_HOME set "KELVIN_JAVA=%JAVA_HOME%\bin\java"
if defined JAVA_HOME set "KELVIN_JAVAC=%JAVA_HOME%\bin\javac"

set "KELVIN_WHY=first time, about a minute"
if not exist "%KELVIN_JAR%" goto build
set "KELVIN_WHY=its sources changed"
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:KELVIN_JAR).LastWriteTime; $made = @(Get-Item -LiteralPath ($env:KELVIN_HOME + 'pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($env:KELVIN_HOME + 'src\main'), ($env:KELVIN_HOME + 'src\site\markdown\lessons')); if ($made | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }; exit 0"
if not errorlevel 1 goto run

:build
"%KELVIN_JAVA%" --version >nul 2>&1
if not errorlevel 1 goto java
echo kelvin: cannot run '%KELVIN_JAVA%'; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
exit /b 1

:java
"%KELVIN_JAVAC%" --version >nul 2>&1
if not errorlevel 1 goto compiler
echo kelvin: cannot build without '%KELVIN_JAVAC%': found a Java that runs programs only; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
exit /b 1

:compiler
rem Builds in a folder of its own and moves the finished jar into place, so launchers started at once do not meet.
echo building Kelvin (%KELVIN_WHY%)... 1>&2
set "KELVIN_WORK=target\launcher.%RANDOM%%RANDOM%"
pushd "%KELVIN_HOME%"
set "MAVEN_OPTS=%MAVEN_OPTS% -Dguice_custom_class_loading=CHILD"
set "KELVIN_COMMIT="
for /f %%C in ('git describe --always --dirty "--abbrev=40" "--exclude=*" 2^>nul') do set "KELVIN_COMMIT=%%C"
call mvnw.cmd -q -B -Dquick -Dmaven.test.skip=true "-Dbuild.folder=%KELVIN_WORK%" "-Dgit.commit=%KELVIN_COMMIT%" package 1>&2
set "KELVIN_STATUS=%ERRORLEVEL%"
if not "%KELVIN_STATUS%"=="0" goto built
for %%J in ("%KELVIN_WORK%\kelvin-*-all.jar") do move /y "%%J" target\kelvin.jar >nul
if errorlevel 1 echo kelvin: cannot replace target\kelvin.jar; a program that is running may hold it 1>&2
if errorlevel 1 set "KELVIN_STATUS=1"
:built
if exist "%KELVIN_WORK%" rmdir /s /q "%KELVIN_WORK%"
popd
if "%KELVIN_STATUS%"=="0" goto run
:failed
echo kelvin: the build failed, see above 1>&2
exit /b %KELVIN_STATUS%

:run
if not "%~1"=="page" goto start
set "KELVIN_WHY=first time, about a minute"
if not exist "%KELVIN_PAGE%" goto page
set "KELVIN_WHY=its sources changed"
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:KELVIN_PAGE).LastWriteTime; $made = @(Get-Item -LiteralPath ($env:KELVIN_HOME + 'pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($env:KELVIN_HOME + 'src\main'), ($env:KELVIN_HOME + 'src\page')); if ($made | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }; exit 0"
if not errorlevel 1 goto start

:page
"%KELVIN_JAVAC%" --version >nul 2>&1
if errorlevel 1 goto java
echo building the page (%KELVIN_WHY%)... 1>&2
set "KELVIN_WORK=target\launcher.%RANDOM%%RANDOM%"
pushd "%KELVIN_HOME%"
set "MAVEN_OPTS=%MAVEN_OPTS% -Dguice_custom_class_loading=CHILD"
call mvnw.cmd -q -B -Dquick -Ppage "-Dbuild.folder=%KELVIN_WORK%" process-classes 1>&2
set "KELVIN_STATUS=%ERRORLEVEL%"
if "%KELVIN_STATUS%"=="0" move /y "%KELVIN_WORK%\kelvin.html" target\kelvin.html >nul
if exist "%KELVIN_WORK%" rmdir /s /q "%KELVIN_WORK%"
popd
if not "%KELVIN_STATUS%"=="0" goto failed

:start
rem Kelvin prints UTF-8: the console is told so while it runs.
set "KELVIN_CODE_PAGE="
for /f "tokens=2 delims=:." %%P in ('chcp') do set "KELVIN_CODE_PAGE=%%P"
if defined KELVIN_CODE_PAGE chcp 65001 >nul
"%KELVIN_JAVA%" -XX:+UseSerialGC -Xshare:auto -Djava.awt.headless=true "-Dkelvin.page=%KELVIN_PAGE%" -jar "%KELVIN_JAR%" %*
set "KELVIN_STATUS=%ERRORLEVEL%"
if defined KELVIN_CODE_PAGE chcp %KELVIN_CODE_PAGE% >nul
exit /b %KELVIN_STATUS%
